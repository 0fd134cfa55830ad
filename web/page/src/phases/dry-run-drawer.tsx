import { Drawer } from 'antd';
import { useWords } from '../i18n/language.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { phaseWords } from './words.ts';

export function DryRunDrawer({ planId, open, close }: { planId: string; open: boolean; close: () => void }) {
  const words = useWords(phaseWords);
  return (
    <Drawer title={words.dryRun} open={open} onClose={close} size={520} destroyOnHidden>
      <DryRunPanel planId={planId} done={close} />
    </Drawer>
  );
}
