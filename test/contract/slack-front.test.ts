import { describeForms } from './slack-front/describe-forms.ts';
import { describeHome } from './slack-front/describe-home.ts';
import { describeRedraw } from './slack-front/describe-redraw.ts';
import { describeShortcut } from './slack-front/describe-shortcut.ts';
import { describeTaskMenu } from './slack-front/describe-task-menu.ts';
import { openSlackFront } from './slack-front/slack-front.ts';

openSlackFront();
describeHome();
describeRedraw();
describeTaskMenu();
describeForms();
describeShortcut();
