/** Every key of the pages, in the order of the help. One list for what is done and for what is explained. */
export const KEYS = [
  { key: '?', does: 'show or hide this list' },
  { key: 'j', does: 'next row' },
  { key: 'k', does: 'previous row' },
  { key: ',', does: 'previous tick or event' },
  { key: '.', does: 'next tick or event' },
  { key: 'c', does: 'copy the link to this page' },
  { key: 'd', does: 'download the history' },
  { key: 'f', does: 'fit the tree into its frame' },
  { key: 'e', does: 'expand the whole tree' },
  { key: 'w', does: 'collapse the tree' },
  { key: 'Esc', does: 'close, or go up one page' },
] as const;

/** In the tree itself, when it has the focus. */
export const TREE_KEYS = '↑ ↓ walk, ← collapses or goes to the parent, → expands or goes to the first child';

/** Is the person typing, or holding a modifier that belongs to the browser? */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}
