import { problemOfView } from './check-blocks.ts';
import { no, parsed, text, yes, type Answer, type Arguments } from './answers.ts';
import type { ShownView, Workspace } from './workspace.ts';

type Method = (workspace: Workspace, args: Arguments) => Answer;

/** Modals and home tabs, each as Slack answers it. */
export const VIEW_METHODS: Record<string, Method> = {
  'views.open': (workspace, args) => {
    const trigger = workspace.triggers.get(text(args['trigger_id']));
    if (!trigger) return no('invalid_trigger_id');
    if (trigger.used) return no('exchanged_trigger_id');
    if (workspace.now() > trigger.expiresAt) return no('expired_trigger_id');
    const problem = problemOf(args);
    if (problem) return problem;
    trigger.used = true;
    return yes({ view: put(workspace, trigger.user, args, workspace.newId('V')) });
  },

  'views.update': (workspace, args) => {
    const known = workspace.views.get(text(args['view_id']));
    if (!known) return no('not_found');
    const hash = text(args['hash']);
    if (hash !== '' && hash !== known.hash) return no('hash_conflict');
    return problemOf(args) ?? yes({ view: put(workspace, known.user, args, known.id) });
  },

  'views.publish': (workspace, args) => {
    const user = text(args['user_id']);
    if (!workspace.users.has(user)) return no('user_not_found');
    const problem = problemOf(args);
    if (problem) return problem;
    const shown = put(workspace, user, args, workspace.homes.get(user)?.id ?? workspace.newId('V'));
    workspace.homes.set(user, shown);
    return yes({ view: shown });
  },
};

function problemOf(args: Arguments): Answer | null {
  const problem = problemOfView(parsed(args['view']));
  return problem === null ? null : no('invalid_arguments', { response_metadata: { messages: [`[ERROR] ${problem}`] } });
}

/** What Slack says of a view where the app says nothing. */
const UNSAID = {
  title: null,
  submit: null,
  close: null,
  callback_id: '',
  external_id: '',
  private_metadata: '',
  clear_on_close: false,
  notify_on_close: false,
  previous_view_id: null,
  state: { values: {} },
};

function put(workspace: Workspace, user: string, args: Arguments, id: string): ShownView {
  const shown: ShownView = {
    ...UNSAID,
    root_view_id: id,
    ...(parsed(args['view']) as Pick<ShownView, 'type' | 'blocks'>),
    id,
    user,
    hash: workspace.newId('hash.'),
    team_id: workspace.team,
    app_id: workspace.appId,
    bot_id: workspace.botId,
    app_installed_team_id: workspace.team,
  };
  workspace.views.set(id, shown);
  return shown;
}
