'use client';
import { select, type ZoomBehavior, zoom, zoomIdentity } from 'd3';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

const MARGIN = 12;

/** A drawing that can be moved and scaled inside of its frame. The wheel zooms only with Ctrl or ⌘, so that the page still scrolls. */
export function usePanZoom(
  frame: RefObject<SVGSVGElement | null>,
  size: { readonly width: number; readonly height: number },
) {
  const [transform, setTransform] = useState('translate(12,12)');
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);
  const touched = useRef(false);

  const fitFrame = useCallback(() => {
    const svg = frame.current;
    if (!svg || !behavior.current) return;
    const box = svg.getBoundingClientRect();
    const scale = Math.min(1, (box.width - 2 * MARGIN) / size.width, (box.height - 2 * MARGIN) / size.height);
    const readable = Math.max(scale, 0.55);
    const top = MARGIN + Math.max(0, (box.height - size.height * readable) / 2 - 2 * MARGIN);
    behavior.current.transform(select(svg), zoomIdentity.translate(MARGIN, top).scale(readable));
  }, [frame, size.width, size.height]);

  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    behavior.current = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.25, 2])
      .filter((event) =>
        event.type === 'wheel'
          ? event.ctrlKey || event.metaKey
          : event.button === 0 || event.button === undefined,
      )
      .on('zoom', (event) => {
        if (event.sourceEvent) touched.current = true;
        setTransform(event.transform.toString());
      });
    const selection = select(svg);
    selection.call(behavior.current).on('dblclick.zoom', null);
    return () => {
      selection.on('.zoom', null);
    };
  }, [frame]);

  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    const observer = new ResizeObserver(() => {
      if (!touched.current) fitFrame();
    });
    observer.observe(svg);
    return () => observer.disconnect();
  }, [frame, fitFrame]);

  const scaleBy = useCallback(
    (factor: number) => {
      if (!frame.current || !behavior.current) return;
      touched.current = true;
      behavior.current.scaleBy(select(frame.current), factor);
    },
    [frame],
  );
  return { transform, fitFrame, scaleBy };
}
