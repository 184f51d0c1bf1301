import { droppedAt, movedTo, treeOf } from './goal-places';

const goal = (id: string, parentId: string | null = null, kind: 'goal' | 'measure' = 'goal') => ({
  id,
  parentId,
  kind,
});
const goals = [
  goal('1'),
  goal('1a', '1', 'measure'),
  goal('1b', '1', 'measure'),
  goal('2'),
  goal('2a', '2', 'measure'),
  goal('3'),
];
const one = (id: string) => goals.find((each) => each.id === id)!;

describe('a goal that is moved', () => {
  it('steps among its siblings, and stays where there is no further', () => {
    expect(movedTo(goals, one('2'), 'up')).toEqual({ parentId: null, afterId: null });
    expect(movedTo(goals, one('2'), 'down')).toEqual({ parentId: null, afterId: '3' });
    expect(movedTo(goals, one('1'), 'up')).toBeNull();
    expect(movedTo(goals, one('3'), 'down')).toBeNull();
  });

  it('goes in under the goal before it, last, and out beside its parent', () => {
    expect(movedTo(goals, one('2'), 'in')).toEqual({ parentId: '1', afterId: '1b' });
    expect(movedTo(goals, one('1b'), 'out')).toEqual({ parentId: null, afterId: '1' });
    expect(movedTo(goals, one('1b'), 'in')).toBeNull();
  });

  it('is put where it is dropped: a measure right below a goal comes under it', () => {
    expect(treeOf(goals).map(({ id }) => id)).toEqual(['1', '1a', '1b', '2', '2a', '3']);
    expect(droppedAt(goals, 1, 3)).toEqual({ parentId: '2', afterId: null });
    expect(droppedAt(goals, 4, 1)).toEqual({ parentId: '1', afterId: null });
    expect(droppedAt(goals, 5, 0)).toEqual({ parentId: null, afterId: null });
    expect(droppedAt(goals, 0, 5)).toEqual({ parentId: null, afterId: '3' });
  });

  it('is not dropped into itself', () => {
    expect(droppedAt(goals, 0, 2)).toBeNull();
    expect(droppedAt(goals, 2, 2)).toBeNull();
  });
});
