/** Where a questionnaire of the clinic's is found: the last part of the address names it. */
export function questionnaire(name: string): string {
  return `https://simulated-clinic.example/Questionnaire/${name}`;
}
