"""`clinic.toml`: its shape, its checks, and on which line each key stands."""

from server.clinic.file.reading import ClinicFileError, ClinicProblem, picture_named, read_checked, read_clinic_file
from server.clinic.file.shape import ClinicFile

__all__ = ["ClinicFile", "ClinicFileError", "ClinicProblem", "picture_named", "read_checked", "read_clinic_file"]
