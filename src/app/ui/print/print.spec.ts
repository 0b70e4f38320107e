import { TestBed } from '@angular/core/testing';
import { PaperFoot } from './paper-foot';
import { PrintButton } from './print-button';

describe('what goes on paper', () => {
  it('carries the statement, who printed it and when', () => {
    const fixture = TestBed.createComponent(PaperFoot);
    fixture.componentRef.setInput('name', 'Priya Slate');
    fixture.componentRef.setInput('role', 'Clinical supervisor');
    fixture.componentRef.setInput('at', 'Wed 18 Nov 2026, 8:02 am');
    fixture.detectChanges();
    const text = (fixture.nativeElement as HTMLElement).textContent;
    expect(text).toContain(
      '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    );
    expect(text).toContain(
      'Printed by Priya Slate, Clinical supervisor, Wed 18 Nov 2026, 8:02 am.',
    );
  });

  it('says so in the margin of every sheet, whatever the name holds, and no longer after', () => {
    const rules = () =>
      document.adoptedStyleSheets.flatMap(({ cssRules }) =>
        [...cssRules].map(({ cssText }) => cssText),
      );
    const fixture = TestBed.createComponent(PaperFoot);
    fixture.componentRef.setInput('name', 'Ann "Bo" \\ O’Neil');
    fixture.componentRef.setInput('role', 'Counselor');
    fixture.componentRef.setInput('at', 'Wed 18 Nov 2026, 8:02 am');
    fixture.detectChanges();
    expect(rules().join()).toContain(
      'Printed by Ann \\"Bo\\" \\\\ O’Neil, Counselor, Wed 18 Nov 2026, 8:02 am.',
    );
    fixture.destroy();
    expect(rules().join()).not.toContain('Printed by');
  });

  it('opens the print of the browser', () => {
    const print = spyOn(window, 'print');
    const fixture = TestBed.createComponent(PrintButton);
    fixture.detectChanges();
    (fixture.nativeElement as HTMLElement).querySelector('button')!.click();
    expect(print).toHaveBeenCalledTimes(1);
  });
});
