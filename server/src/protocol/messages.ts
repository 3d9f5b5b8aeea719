/**
 * What we need of the protocol at run time. For each file that imports a module of CommonJS, the bundle copies the names of
 * all that it exports, some 300 here, at each start of a server.
 */
export { NotificationType, NotificationType0, RequestType } from 'vscode-languageserver-protocol';
