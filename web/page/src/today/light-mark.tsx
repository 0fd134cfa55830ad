import type { Cell, Light } from '../../../api.ts';

interface Props {
  light: Light;
  role: Cell['role'];
  unconfirmed?: boolean;
}

const FILL: Record<Light, string> = {
  red: '#b3261e',
  yellow: '#f6c648',
  blue: '#2f66d0',
  green: '#3f9d70',
  grey: '#ffffff',
};
const EDGE: Record<Light, string> = {
  red: '#b3261e',
  yellow: '#8a5d00',
  blue: '#2f66d0',
  green: '#3f9d70',
  grey: '#7b8592',
};

/** Told apart without colour: ! overdue, △ behind, clock hands due soon, plain on track, hollow and dashed not started. */
function Glyph({ light }: { light: Light }) {
  switch (light) {
    case 'red':
      return <path d="M9 4.4v5.2M9 12.3v1.2" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" data-glyph="!" />;
    case 'yellow':
      return (
        <path
          d="M9 5 13 12H5Z"
          fill="none"
          stroke="#3d2900"
          strokeWidth="1.6"
          strokeLinejoin="round"
          data-glyph="triangle"
        />
      );
    case 'blue':
      return (
        <path
          d="M9 5v4.3l3 1.7"
          fill="none"
          stroke="#fff"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
          data-glyph="clock"
        />
      );
    case 'green':
      return null;
    case 'grey':
      return null;
  }
}

/** A square leads, a circle is responsible; a question mark on the corner waits for confirmation. */
export function LightMark({ light, role, unconfirmed = false }: Props) {
  const paint = {
    fill: FILL[light],
    stroke: EDGE[light],
    strokeWidth: 1.4,
    strokeDasharray: light === 'grey' ? '2.4 1.8' : undefined,
  };
  return (
    <svg className="light" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" data-light={light}>
      {role === 'lead' ? (
        <rect x="2" y="2" width="14" height="14" rx="2.5" {...paint} />
      ) : (
        <circle cx="9" cy="9" r="7.3" {...paint} />
      )}
      <Glyph light={light} />
      {unconfirmed && (
        <g data-glyph="unconfirmed">
          <circle cx="15.5" cy="3.5" r="4.8" fill="#1b2330" stroke="#fff" strokeWidth="1" />
          <text x="15.5" y="6.2" fontSize="7.5" fontWeight="700" textAnchor="middle" fill="#fff">
            ?
          </text>
        </g>
      )}
    </svg>
  );
}
