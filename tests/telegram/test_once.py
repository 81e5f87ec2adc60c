"""What need not be said again for a while."""

from bot.telegram.admission.once import MOST, Once


def test_it_is_due_again_after_a_while_and_each_thing_by_itself() -> None:
    now = [0.0]
    once = Once(60.0, lambda: now[0])
    assert [once.is_due("a"), once.is_due("a"), once.is_due("b")] == [True, False, True]
    now[0] = 61.0
    assert [once.is_due("a"), once.is_due("a")] == [True, False]


def test_it_does_not_grow_without_end() -> None:
    once = Once()
    for number in range(2 * MOST):
        once.is_due(number)
    assert not once.is_due(2 * MOST - 1)
    assert once.is_due(0)
