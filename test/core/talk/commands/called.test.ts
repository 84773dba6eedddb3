import { describe, expect, it } from 'vitest';
import { commandMeant, typedInWords } from '#core/talk/commands/called.decide.ts';

const known = {
  isCommand: (command: string) => ['approve', 'hold', 'status', 'order', 'wait', 'release_hold', 'help'].includes(command),
  labels: [
    { label: '解除暂缓', command: 'release_hold' },
    { label: 'Refuse the change', command: 'refuse_proposal' },
    { label: 'All good', command: 'accept' },
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
    ['Refuse the change', 'refuse_proposal', ''],
    ['refuse the change: too late', 'refuse_proposal', 'too late'],
  ])('said to the desk: %s', ([said, command, text]) => {
    expect(typedInWords(said, true, known)).toEqual({ command, text });
  });

  it.for(['what do you think?', 'approval is near', '通过率多少', '', '/', 'approved'])('is none: %s', (said) => {
    expect(typedInWords(said, true, known)).toBeNull();
  });

  it.for(['approve', 'status HO-1001', '/hold legal until Monday', '通过'])('in answer to a card, said to nobody: %s', (said) => {
    expect(typedInWords(said, false, known)).not.toBeNull();
  });

  it.for(['all good', 'refuse the change', 'hold on', 'approve this one?', 'wait', 'help', 'order two more', '通过，我看可以'])(
    'is talk where nobody is called: %s',
    (said) => {
      expect(typedInWords(said, false, known)).toBeNull();
    },
  );

  const names = ['approve', 'hold', 'status', 'wait', 'release_hold', 'ship'];
  it.for<[string, string]>([
    ['aprove', 'approve'],
    ['Aprove HO-1001 please', 'approve'],
    ['/aproev', 'approve'],
    ['relase_hold all well', 'release_hold'],
    ['shpi HO-1001', 'ship'],
    ['refuse, we have none', 'refuse_proposal'],
  ])('is guessed behind a slip: %s', ([said, command]) => {
    expect(commandMeant(said, names, known.labels)?.command).toBe(command);
  });

  it.for(['what do you think?', 'ho there', '', '通过率', 'chairs for Mei', 'x'.repeat(3000)])('is guessed behind no talk: %s', (said) => {
    expect(commandMeant(said, names, known.labels)).toBeNull();
  });
});
