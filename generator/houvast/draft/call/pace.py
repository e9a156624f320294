"""How many calls are under way at once, and when none may begin because the endpoint asked to wait."""

import asyncio

from houvast.draft.call.clock import Clock


class Pace:
    """Slots for calls, shared by all workers of a run. Each time that the endpoint asks to wait, half of them go."""

    def __init__(self, slots: int, clock: Clock) -> None:
        self.slots = slots
        self._clock = clock
        self._taken = 0
        self._until = 0.0
        self._round = 0
        self._freed = asyncio.Event()

    async def enter(self) -> int:
        """Wait for a slot and for the end of any shared wait. Gives the round in which the call begins."""
        while True:
            if (wait := self._until - self._clock.now()) > 0:
                await self._clock.sleep(wait)
            elif self._taken < self.slots:
                self._taken += 1
                return self._round
            else:
                await self._freed.wait()

    def leave(self) -> None:
        """Give the slot back."""
        self._taken -= 1
        self._freed.set()
        self._freed = asyncio.Event()

    def slow_down(self, begun: int, seconds: float) -> None:
        """Let no call begin for so long. Calls that began in the same round and hear the same halve the slots once."""
        self._until = max(self._until, self._clock.now() + seconds)
        if begun == self._round:
            self._round += 1
            self.slots = max(1, self.slots // 2)
