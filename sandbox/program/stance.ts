/** What a strategy wants to hold from the next bar on; `keep` changes nothing. */
export type Stance = 'long' | 'flat' | 'keep';

/** A strategy at work: takes the closes in order and says after each what it wants. Units: cents. */
export type StrategyRule = (closeCents: number) => Stance;
