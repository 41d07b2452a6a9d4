"""The ways a Google spreadsheet can be opened."""

from enum import StrEnum


class Access(StrEnum):
    """How to open a sheet; `AUTO` takes the first that is configured."""

    AUTO = "auto"
    SERVICE_ACCOUNT = "service-account"
    ADC = "adc"
    OAUTH = "oauth"
    API_KEY = "api-key"
    LINK = "link"
