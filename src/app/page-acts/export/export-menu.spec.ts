import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideEffects } from '@ngrx/effects';
import { provideState, provideStore } from '@ngrx/store';
import { SaveFile } from '../../http/save-file';
import type { ExportedFile } from './file-export.actions';
import * as fileExportEffects from './file-export.effects';
import { fileExportFeature } from './file-export.feature';
import { ExportFailed } from './export-failed';
import { ExportMenu } from './export-menu';

@Component({
  imports: [ExportFailed, ExportMenu],
  template: `
    <app-export-menu [file]="file" />
    <app-export-failed />
  `,
})
class WithExport {
  protected readonly file: ExportedFile = {
    url: '/api/measures/no-show/export',
    query: { by: 'month', site: 's1' },
    name: 'no-show',
  };
}

describe('ExportMenu', () => {
  it('asks for what the page shows, in the format that was chosen, and saves it', async () => {
    const { choose, files, http, settle } = await show();
    await choose('CSV');
    const request = http.expectOne('/api/measures/no-show/export?format=csv&by=month&site=s1');
    const file = new Blob(['week,value']);
    request.flush(file);
    await settle();
    expect(files.save).toHaveBeenCalledOnceWith(file, 'no-show.csv');
  });

  it('says what the server said when nothing was exported, and saves nothing', async () => {
    const { choose, files, http, settle, text } = await show();
    await choose('Excel');
    const said = JSON.stringify({ code: 'busy', message: 'The server is busy.' });
    const request = http.expectOne((asked) => asked.urlWithParams.includes('format=xlsx'));
    request.flush(new Blob([said]), { status: 503, statusText: '' });
    // A file is read outside of Angular's own time.
    for (let frames = 0; frames < 60 && !text().includes('Nothing'); frames++) await settle();
    expect(text()).toContain('Nothing was exported. The server is busy. The page is as it was.');
    expect(files.save).not.toHaveBeenCalled();
  });
});

async function show() {
  const files = jasmine.createSpyObj<SaveFile>('SaveFile', ['save']);
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideStore(),
      provideState(fileExportFeature),
      provideEffects(fileExportEffects),
      { provide: SaveFile, useValue: files },
    ],
  });
  const fixture = TestBed.createComponent(WithExport);
  const host: HTMLElement = fixture.nativeElement;
  const settle = async () => {
    await fixture.whenStable();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await fixture.whenStable();
  };
  await settle();
  return {
    files,
    settle,
    http: TestBed.inject(HttpTestingController),
    text: () => (host.textContent ?? '').replace(/\s+/g, ' ').trim(),
    choose: async (word: string) => {
      host.querySelector('button')!.click();
      await settle();
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      items.find((item) => item.textContent.includes(word))!.click();
      await settle();
    },
  };
}
