import { questionOf } from './trend-question';

describe('questionOf', () => {
  it('compares sites for a director, and nothing for others, until they choose', () => {
    expect(questionOf({}, 'director').query.split).toBe('site');
    expect(questionOf({}, 'counselor').query.split).toBeUndefined();
    expect(questionOf({ split: 'none' }, 'director').query.split).toBeUndefined();
    expect(questionOf({ split: 'track' }, 'counselor').query.split).toBe('track');
  });

  it('asks for attendance by week and leaves the days to the server', () => {
    expect(questionOf({}, 'counselor')).toEqual({
      measure: 'attendance-sessions',
      query: { by: 'week' },
    });
  });

  it('takes a split that nobody knows for none', () => {
    expect(questionOf({ split: 'shoe-size' }, 'director').query.split).toBeUndefined();
  });
});
