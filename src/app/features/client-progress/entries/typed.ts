/** What somebody typed or chose in a field, without the spaces around it; '' where there is nothing. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
