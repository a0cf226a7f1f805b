/** `TIMER_FIRED` → `timer fired`: how an event is called that has no name of its own. */
export const toTypeWords = (eventType: string): string => eventType.toLowerCase().replaceAll('_', ' ');
