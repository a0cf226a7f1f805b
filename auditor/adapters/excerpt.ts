/**
 * Foreign text in bounded length; what is left out is counted and can be read in the event.
 *
 * Units: characters are Unicode code points. Nothing is escaped: whoever shows the text does that.
 */
export function toExcerpt(text: string, eventId: number, longest = 400): string {
  // A text of n code units has at most n code points, so most texts need no counting.
  if (text.length <= longest) return text;
  const points = Array.from(text);
  if (points.length <= longest) return text;
  const more = (points.length - longest).toLocaleString('en-US');
  return `${points.slice(0, longest).join('')}… (${more} more characters, event ${eventId})`;
}
