/** A newsletter file that is open in the editor. */
export interface DocumentParams {
  readonly uri: string;
}
