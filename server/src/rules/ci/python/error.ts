/** Python ends with an exception here, and the newsletter's checks with it: they say nothing about the issue at all. */
export class PythonError extends Error {}
