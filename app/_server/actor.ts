import { userInfo } from 'node:os';

/**
 * Who acts through this server: the name of the user it runs as. Never taken from a request.
 *
 * Shape: `unknown-user` where the system has no name for the user id.
 */
export function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown-user';
  }
}
