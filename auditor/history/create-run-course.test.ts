import { expect, test } from 'vitest';
import { createRunCourse } from './create-run-course.ts';

test('what is scheduled is started, then closed, each once', () => {
  const course = createRunCourse(9);
  course.note(2, 'starts', 1);
  course.checkStart(3, 1, 2);
  course.checkStarted(3, 1);
  course.note(3, 'closes', 1);
  expect(() => course.note(4, 'closes', 1)).toThrow('event 4: it closes event 1, which event 3 closes');
  expect(() => course.note(4, 'starts', 1)).toThrow('event 4: it starts event 1, which event 2 starts');
});

test('nothing starts what is closed, and a workflow task is completed after its start', () => {
  const course = createRunCourse(9);
  expect(() => course.checkStarted(3, 1)).toThrow('the workflow task of event 1, which was not started');
  course.note(3, 'closes', 1);
  expect(() => course.note(4, 'starts', 1)).toThrow('event 4: it starts event 1, which event 3 closes');
});

test('one workflow task at a time, and nothing after the end', () => {
  const course = createRunCourse(3);
  course.checkTurn(1, 'WORKFLOW_TASK_SCHEDULED');
  expect(() => course.checkTurn(2, 'WORKFLOW_TASK_SCHEDULED')).toThrow('that of event 1 is not closed');
  expect(() => course.checkTurn(2, 'WORKFLOW_EXECUTION_COMPLETED')).toThrow('more events follow');
  course.checkTurn(3, 'WORKFLOW_EXECUTION_COMPLETED');
});
