import { chatPortContract } from './chat-port.contract.ts';
import { slackUnderTest } from './slack-wire.ts';

chatPortContract(slackUnderTest('HTTP'));
chatPortContract(slackUnderTest('Socket Mode'));
