// What stops a command and can be said to a person in one sentence; everything else is a fault of ours and keeps its stack.
export class Trouble extends Error {
  name = 'Trouble';
}

/** Turns the errors every command can meet into a sentence that says what to do. */
export function explain(error) {
  if (error instanceof Trouble) return error.message;
  if (error?.code === 'ENOSPC') return 'The disk is full: free at least 2 GB and run the command again.';
  if (error?.code === 'EACCES')
    return `No permission to use ${error.path ?? 'a file'}: run as the user who owns this folder.`;
  return error?.stack ?? String(error);
}

/** Prints the sentence and ends with the exit code that scripts see. */
export function fail(error) {
  console.error(`\n✗ ${explain(error)}`);
  process.exitCode = 1;
}
