"""The door of the program: Ctrl-C ends it without a traceback while it is still being loaded.

Nothing is imported up here, as that is already a time in which somebody may press it.
"""


def main() -> None:
    """Load the commands and run one."""
    try:
        _load_and_run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


def _load_and_run() -> None:
    """Until a command runs, an interrupt ends the process at once: nothing is written till then.

    Where interrupts are ignored, as in the background, they stay so. What is loaded is no garbage,
    and none is looked for in it, neither then nor later.
    """
    import gc  # noqa: PLC0415 (see above)
    import signal  # noqa: PLC0415 (likewise)
    import sys  # noqa: PLC0415 (likewise)

    is_python = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_python:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()
    from bot.cli.main import build, run  # noqa: PLC0415 (likewise)

    app = build(sys.argv[1:])
    gc.freeze()
    gc.enable()
    if is_python:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run(app)
