/** Whether the policy gives a setting, or the group that it is in; `locked` are the paths that it gives. */
export const isLocked = (path: string, locked: string[]): boolean =>
  locked.some((given) => given === path || path.startsWith(`${given}.`));
