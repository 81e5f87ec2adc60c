"""Errors of this package.

CorpusError
  ArchiveMissingError   no archive where the settings point
  ArchiveUnusableError  not an archive, of a newer version, damaged, or the disk refuses
    ArchiveReadOnlyError  this user may read the folder, but not write to it
    DiskFullError         there is no room left to write to
  ArchiveBusyError      another process is writing; its name is in the message
  DamagedError          a stored article that is no longer what was stored
  OutletFileError       a file about an outlet that cannot be used
  NoSuchRunError        no import or collection of that number that could be undone
  UnreadableError       an input that cannot be read; the message is the reason, for a report
    CutOffError           it ends before its end
"""


class CorpusError(Exception):
    """Something about the archive or its inputs; the message is one line for a person."""


class ArchiveMissingError(CorpusError):
    pass


class ArchiveUnusableError(CorpusError):
    pass


class ArchiveReadOnlyError(ArchiveUnusableError):
    pass


class DiskFullError(ArchiveUnusableError):
    pass


class ArchiveBusyError(CorpusError):
    pass


class DamagedError(CorpusError):
    pass


class UnreadableError(CorpusError):
    pass


class CutOffError(UnreadableError):
    pass


class NoSuchRunError(CorpusError):
    pass


class OutletFileError(CorpusError):
    pass
