"""What a request may say of a patient. Lengths are bounded here; sense is checked by `check_patient`, so that
every field at fault is named at once (R1)."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class PatientFields(BaseModel):
    """The fields of a new patient, or those that a returning one changes. All are optional here."""

    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)

    name: str | None = Field(default=None, max_length=200)
    sex: str | None = Field(default=None, max_length=16)
    birth_date: str | None = Field(default=None, max_length=32)
    age: str | None = Field(default=None, max_length=8)
    phone: str | None = Field(default=None, max_length=64)
    phone_declined: bool = False
    id_number: str | None = Field(default=None, max_length=64)


class FindFields(BaseModel):
    """By what a returning patient is looked up: one of phone, identity number and name (R5)."""

    model_config = ConfigDict(extra="forbid")

    phone: str | None = Field(default=None, max_length=64)
    id_number: str | None = Field(default=None, max_length=64)
    name: str | None = Field(default=None, max_length=200)
    birth_date: str | None = Field(default=None, max_length=32)
