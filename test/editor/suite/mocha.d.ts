/** The part of mocha that the suite uses; mocha is installed with the workbench, not with the project. */
declare module 'mocha' {
  export function describe(title: string, body: () => void): void;
  export function it(title: string, body: () => Promise<void>): void;
  export function beforeEach(body: () => Promise<void>): void;
  export function afterEach(body: () => Promise<void>): void;

  interface Test {
    fullTitle(): string;
  }
  interface Runner {
    on(event: 'pass' | 'retry' | 'fail', listener: (test: Test, error?: Error) => void): this;
  }
  export default class Mocha {
    constructor(options: { ui: 'bdd'; timeout: number; retries: number; reporter: 'spec' | 'min' });
    readonly suite: { emit(event: string, ...values: unknown[]): void };
    run(done: (failures: number) => void): Runner;
  }
}
