/** A report with a message in one line: what it quotes may go over several. */
export function inOneLine<R extends { readonly message: string }>(report: R): R {
  const { message } = report;
  return /[\r\n]/.test(message)
    ? { ...report, message: message.replace(/[ \t]*[\r\n]+[ \t]*/g, ' ') }
    : report;
}
