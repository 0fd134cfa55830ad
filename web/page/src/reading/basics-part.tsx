import { useWords } from '../i18n/language.tsx';
import { Field } from './field.tsx';
import { ListPart } from './list-part.tsx';
import { useReadingDesk } from './reading-context.tsx';
import { labelWords } from './label-words.ts';

/** Title, number, dates, office; then bodies, recurring duties and safeguards. */
export function BasicsPart() {
  const words = useWords(labelWords);
  const { plan } = useReadingDesk().view;
  const fields: [string, string, unknown][] = [
    ['/title', words.planTitle, plan.title],
    ['/docNumber', words.docNumber, plan.docNumber],
    ['/issuer', words.issuer, plan.issuer],
    ['/issuedOn', words.issuedOn, plan.issuedOn],
    ['/place', words.area, plan.place],
    ['/period/start', words.periodStart, plan.period.start],
    ['/period/end', words.periodEnd, plan.period.end],
    ['/office/name', words.officeName, plan.office.name],
    ['/office/host', words.officeHost, plan.office.host],
  ];
  return (
    <div className="stack">
      <dl className="reading-basics">
        {fields.map(([path, label, value]) => (
          <div key={path}>
            <dt>{label}</dt>
            <dd>
              <Field path={path} label={label} value={value} strong={path === '/title'} />
            </dd>
          </div>
        ))}
      </dl>
      <h3>{words.bodies}</h3>
      <ListPart
        list="bodies"
        entries={plan.bodies}
        none={words.noneRead}
        columns={[
          { key: 'name', label: words.name, strong: true },
          { key: 'duties', label: words.duties },
        ]}
      />
      <h3>{words.recurring}</h3>
      <ListPart
        list="recurring"
        entries={plan.recurring}
        none={words.noneRead}
        columns={[
          { key: 'what', label: words.matter, strong: true },
          { key: 'every', label: words.every },
          { key: 'who', label: words.who },
        ]}
      />
      <h3>{words.safeguards}</h3>
      <ListPart
        list="safeguards"
        entries={plan.safeguards}
        none={words.noneRead}
        columns={[
          { key: 'title', label: words.name, strong: true },
          { key: 'gist', label: words.gist },
        ]}
      />
    </div>
  );
}
