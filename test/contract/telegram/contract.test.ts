import { chatPortContract } from '../chat-port.contract.ts';
import { telegramBy } from './telegram-wire.ts';

chatPortContract(telegramBy('webhook'));
chatPortContract(telegramBy('polling'));
