import { describe, expect, it } from 'vitest';
import { typedInWords } from '#core/talk/commands/called.decide.ts';

const known = {
  isCommand: (command: string) => ['approve', 'hold', 'status', 'order', 'wait', 'release_hold', 'help'].includes(command),
  labels: [
    { label: '解除暂缓', command: 'release_hold' },
    { label: '通过', command: 'approve' },
  ],
};

describe('a command in words', () => {
  it.for<[string, string, string]>([
    ['approve', 'approve', ''],
    ['Approve HO-1001', 'approve', 'HO-1001'],
    ['approve!', 'approve', ''],
    ['/approve', 'approve', ''],
    ['release hold all is well', 'release_hold', 'all is well'],
    ['release-hold all is well', 'release_hold', 'all is well'],
    ['hold legal until Monday', 'hold', 'legal until Monday'],
    ['order for Mei: 2 chairs', 'order', 'for Mei: 2 chairs'],
    ['通过', 'approve', ''],
    ['通过HO-1001', 'approve', 'HO-1001'],
    ['解除暂缓，都好了', 'release_hold', '都好了'],
  ])('said to the desk: %s', ([said, command, text]) => {
    expect(typedInWords(said, true, known)).toEqual({ command, text });
  });

  it.for(['what do you think?', 'approval is near', '通过率多少', '', '/', 'approved'])('is none: %s', (said) => {
    expect(typedInWords(said, true, known)).toBeNull();
  });

  it.for(['approve', 'status HO-1001', '/hold legal until Monday', '通过'])('in answer to a card, said to nobody: %s', (said) => {
    expect(typedInWords(said, false, known)).not.toBeNull();
  });

  it.for(['hold on', 'approve this one?', 'wait', 'help', 'order two more', '通过，我看可以'])(
    'is talk where nobody is called: %s',
    (said) => {
      expect(typedInWords(said, false, known)).toBeNull();
    },
  );
});
