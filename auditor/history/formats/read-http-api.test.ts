import { expect, test } from 'vitest';
import { toShorthand } from '../_scripted/foreign-forms.ts';
import { parseHistory } from '../_scripted/parse-history.ts';
import { sampleHistory } from '../_scripted/sample-history.ts';

test('a page that is not the last says so', () => {
  const text = JSON.stringify({ history: { events: sampleHistory() }, nextPageToken: 'AQ==' });
  expect(parseHistory(text, 'a').notes).toEqual(['one page of several: the rest of the run is missing']);
});

test('shorthand of values that look like payloads without metadata, of null and of messages', () => {
  const values = [{}, { data: 'aGk=' }, null, { _protoMessageType: 'a.B', x: 1 }, { metadata: { a: 1 } }];
  const [first, ...rest] = sampleHistory();
  const event = { ...first, workflowExecutionStartedEventAttributes: { input: values } };
  const shown = toShorthand(rest);
  const text = JSON.stringify({ history: { events: [event, ...(Array.isArray(shown) ? shown : [])] } });
  const { events, format } = parseHistory(text, 'a');
  expect(format).toBe('http-api-shorthand');
  const json = (value: unknown) => ({
    metadata: { encoding: btoa('json/plain') },
    data: btoa(JSON.stringify(value)),
  });
  expect(events[0]?.event.attributes).toEqual({
    input: {
      payloads: [
        json({}),
        json({ data: 'aGk=' }),
        { metadata: { encoding: btoa('binary/null') } },
        { metadata: { encoding: btoa('json/protobuf'), messageType: btoa('a.B') }, data: btoa('{"x":1}') },
        json({ metadata: { a: 1 } }),
      ],
    },
  });
});
