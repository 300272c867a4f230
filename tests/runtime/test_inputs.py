"""A queue with one reader: in order, bounded, and awake at a deadline."""

import asyncio

from firebreak.runtime.inputs import Inputs


def test_all_that_has_come_is_taken_in_order_up_to_the_bound() -> None:
    async def main() -> list[list[int]]:
        inputs = Inputs[int]()
        for each in range(5):
            inputs.put(each)
        return [await inputs.take(3, 60), await inputs.take(3, 60)]

    assert asyncio.run(main()) == [[0, 1, 2], [3, 4]]


def test_a_reader_that_waits_is_woken_by_the_next_item() -> None:
    async def main() -> list[str]:
        inputs = Inputs[str]()
        taking = asyncio.create_task(inputs.take(9, 60))
        await asyncio.sleep(0)
        inputs.put("come")
        inputs.put("go")
        return await taking

    assert asyncio.run(main()) == ["come", "go"]


def test_a_reader_comes_back_with_nothing_when_the_time_is_over() -> None:
    async def main() -> list[list[str]]:
        inputs = Inputs[str]()
        return [await inputs.take(9, 0), await inputs.take(9, 0.001)]

    assert asyncio.run(main()) == [[], []]


def test_a_reader_that_was_cancelled_leaves_the_queue_in_order() -> None:
    async def main() -> list[str]:
        inputs = Inputs[str]()
        taking = asyncio.create_task(inputs.take(9, 60))
        await asyncio.sleep(0)
        taking.cancel()
        await asyncio.gather(taking, return_exceptions=True)
        inputs.put("kept")
        return await inputs.take(9, 60)

    assert asyncio.run(main()) == ["kept"]
