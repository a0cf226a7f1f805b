type StepWork = (note: (text: string) => void) => Promise<string | undefined>;
export function runStep(name: string, work: StepWork): Promise<void>;
