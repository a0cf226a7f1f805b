/** How most commands end, below their examples; those that can bring other bad news say which. */
export const EXIT_CODE = 'Exit code: 0 when done, 1 on an error, 2 for wrong usage.';

/** Exit code of what this version cannot do yet: the error `not-available`. */
export const NOT_AVAILABLE = 3;
