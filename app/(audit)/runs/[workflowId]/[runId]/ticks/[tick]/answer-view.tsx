import type { ReactNode } from 'react';
import { Icon } from '#app/_ui/icon.tsx';
import type { Answer, AnswerSection } from '#auditor/model/answer.ts';
import { AnswerTableView } from './answer-table.tsx';
import type { EventTypes } from './citations.tsx';
import { StatementView } from './statement-view.tsx';

type Shown = { readonly workflowId: string; readonly eventTypes: EventTypes };

/** The answer in words: its headline, what went wrong around it, its sections, and what came after it, kept apart. */
export function AnswerView({ answer, ...shown }: Shown & { readonly answer: Answer }) {
  const during = answer.sections.filter(
    (section) => section.id !== 'after' && section.id !== 'interruptions',
  );
  const byId = (id: string) => answer.sections.find((section) => section.id === id);
  const [interruptions, after] = [byId('interruptions'), byId('after')];
  return (
    <article className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <section className="card border-l-3 border-l-accent p-4" aria-label="Answer">
        {answer.headline.map((statement) => (
          <StatementView key={statement.text} statement={statement} size="lead" {...shown} />
        ))}
      </section>
      {interruptions && hasContent(interruptions) && <Interruptions section={interruptions} {...shown} />}
      {during.filter(hasContent).map((section) => (
        <Section key={section.id} section={section} {...shown} />
      ))}
      {after && hasContent(after) && <After section={after} {...shown} />}
    </article>
  );
}

const hasContent = (section: AnswerSection) => section.statements.length > 0 || section.table !== undefined;

function Section({ section, ...shown }: Shown & { readonly section: AnswerSection }) {
  return (
    <section className="card overflow-clip" id={section.id} aria-labelledby={`title-${section.id}`}>
      <h2 id={`title-${section.id}`} className="px-4 pt-3 font-[620]">
        {section.title}
      </h2>
      <SectionBody section={section} {...shown} />
    </section>
  );
}

function Interruptions({ section, ...shown }: Shown & { readonly section: AnswerSection }) {
  return (
    <section
      className="overflow-clip rounded-lg border border-warn bg-warn-wash"
      id={section.id}
      aria-labelledby="title-interruptions"
    >
      <h2 id="title-interruptions" className="flex items-center gap-2 px-4 pt-3 font-[620] text-warn">
        <Icon name="bolt" />
        {section.title}
      </h2>
      <SectionBody section={section} {...shown} />
    </section>
  );
}

function After({ section, ...shown }: Shown & { readonly section: AnswerSection }) {
  return (
    <details className="group rounded-lg border border-dashed border-line-strong" id={section.id}>
      <summary className="flex flex-wrap items-baseline gap-x-3 px-4 py-3">
        <h2 className="font-[620]">{section.title}</h2>
        <Aside>Not known when it was decided.</Aside>
      </summary>
      <SectionBody section={section} {...shown} />
    </details>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return <span className="text-xs text-ink-3">{children}</span>;
}

function SectionBody({ section, ...shown }: Shown & { readonly section: AnswerSection }) {
  return (
    <>
      {section.statements.length > 0 && (
        <div className="px-4 pt-1.5 pb-3">
          {section.statements.map((statement, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two statements may say the same
            <StatementView key={index} statement={statement} size="body" {...shown} />
          ))}
        </div>
      )}
      {section.table && <AnswerTableView table={section.table} label={section.title} {...shown} />}
    </>
  );
}
