/**
 * The folder with the pages of the rules: in the project's repository once it has a public one, else the one that was
 * installed.
 *
 * @param repository `repository` of package.json
 * @param installed URI of the installed folder
 * @returns a URI that ends with a slash
 */
export function rulePagesFolder(repository: unknown, installed: string): string {
  const url =
    typeof repository === 'object' && repository !== null && 'url' in repository
      ? repository.url
      : repository;
  const name =
    typeof url === 'string'
      ? /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(url)?.[1]
      : undefined;
  return name === undefined
    ? installed.replace(/\/?$/, '/')
    : `https://github.com/${name}/blob/main/docs/rules/`;
}
