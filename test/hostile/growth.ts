/** CPU time of a task in milliseconds: unlike the clock it does not tell of what else the machine does. */
export function cpu(task: () => unknown): number {
  const start = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
