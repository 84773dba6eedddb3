// Resolved from here, where the packages are.
export { Chat } from 'chat';
export { createSlackAdapter } from '@chat-adapter/slack';
export { createTelegramAdapter } from '@chat-adapter/telegram';
export { createMemoryState } from '@chat-adapter/state-memory';
