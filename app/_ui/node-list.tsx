'use client';
import { Icon } from './icon.tsx';
import type { TreeNode } from './place-nodes.ts';
import { ToneMark } from './tone.tsx';

/** The tree as nested lists, where the screen is too narrow for a drawing. */
export function NodeList({
  nodes,
  selectedId,
  onSelect,
}: {
  readonly nodes: readonly TreeNode[];
  readonly selectedId: string;
  readonly onSelect: (id: string) => void;
}) {
  return (
    <ul className="ml-2 border-l border-line-strong pl-1.5 first:ml-0">
      {nodes.map((node) => (
        <li key={node.id} className="my-0.5">
          <button
            type="button"
            aria-pressed={node.id === selectedId}
            onClick={() => onSelect(node.id)}
            className={`flex min-h-9 w-full items-start gap-2 rounded px-2 py-1 text-left ${node.id === selectedId ? 'bg-accent-wash' : ''}`}
          >
            <span className="mt-0.5 text-ink-2">
              <Icon name={node.icon} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="font-[550] break-words">{node.title}</span>
              {node.outcome && (
                <span className="flex items-start gap-1 text-xs text-ink-2">
                  <span className="mt-0.5">
                    <ToneMark tone={node.tone} size={12} />
                  </span>
                  <span className="min-w-0 break-words">{node.outcome}</span>
                </span>
              )}
            </span>
            {node.duration && <span className="nums shrink-0 text-2xs text-ink-3">{node.duration}</span>}
          </button>
          {node.children.length > 0 && (
            <NodeList nodes={node.children} selectedId={selectedId} onSelect={onSelect} />
          )}
        </li>
      ))}
    </ul>
  );
}
