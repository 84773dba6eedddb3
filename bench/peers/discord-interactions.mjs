// Resolved from here, where the package is.
export { verifyKey } from 'discord-interactions';
