/** Something a person can mend: shown as what is wrong and what to do, without a stack. Neither text ever holds a secret. */
export class Problem extends Error {
  override readonly name: string = 'Problem';
  readonly remedy: string;
  /** 2 where the program was used or set up wrongly, 1 where the world is in the way. */
  readonly exitCode: 1 | 2;

  constructor(message: string, remedy: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}
