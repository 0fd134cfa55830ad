import { Component } from 'react';
import type { ReactNode } from 'react';

interface State {
  error: Error | null;
}

/** The page's one error boundary (React has them as classes only): says what happened instead of going blank. */
export class CrashGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="state" role="alert">
        <strong>页面出错,已收到的内容不受影响。</strong>
        <code>{error.message}</code>
        <button type="button" onClick={() => location.reload()}>
          重新打开
        </button>
      </div>
    );
  }
}
