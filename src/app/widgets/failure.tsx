import { CircleX } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { TextButton } from './button.tsx';

interface FailureProps {
  readonly title: string;
  readonly report: string;
  readonly action?: { readonly verb: string; readonly onPress: () => void };
}

/** Something of ours broke: the message, a report to hand on, and the way to carry on. */
export function Failure({ title, report, action }: FailureProps) {
  return (
    <div className="failed" role="alert">
      <span className="strong reject">
        <CircleX className="icon" size={16} strokeWidth={1.75} aria-hidden /> {title}
      </span>
      <section aria-label="Report">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may be long, and the arrow keys scroll it */}
        <pre tabIndex={0}>{report}</pre>
      </section>
      <div className="row-of-buttons">
        <TextButton look="outlined" onPress={() => void navigator.clipboard.writeText(`${title}\n${report}`)}>
          Copy report
        </TextButton>
        {action && (
          <TextButton look="outlined" onPress={action.onPress}>
            {action.verb}
          </TextButton>
        )}
      </div>
    </div>
  );
}

interface PanelBoundaryProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** Keeps a panel's failure inside the panel. */
export class PanelBoundary extends Component<PanelBoundaryProps, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Failure
        title={`${this.props.name} failed`}
        report={error.stack ?? error.message}
        action={{ verb: 'Show again', onPress: () => this.setState({ error: undefined }) }}
      />
    );
  }
}
