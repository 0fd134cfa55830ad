import { Alert } from 'antd';
import type { RequestFailed } from '../api/http.ts';
import { useWords } from '../i18n/language.tsx';
import { planWords } from './words.ts';

export function ImportProblems({ refused }: { refused: RequestFailed }) {
  const words = useWords(planWords);
  return (
    <div className="stack" data-testid="import-problem">
      <Alert type="error" showIcon title={refused.problems.length === 0 ? refused.message : words.problems} />
      {refused.problems.length > 0 && (
        <table className="facts">
          <thead>
            <tr>
              <th scope="col">{words.at}</th>
              <th scope="col">{words.rule}</th>
            </tr>
          </thead>
          <tbody>
            {refused.problems.map(({ at, message }, index) => (
              <tr key={`${at} ${index}`}>
                <th scope="row">
                  <code>{at}</code>
                </th>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
