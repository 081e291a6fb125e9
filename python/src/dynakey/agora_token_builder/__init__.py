"""The names of the package ``agora-token-builder``: only the import line changes.

>>> from dynakey.agora_token_builder import RtcTokenBuilder
"""

from dynakey.agora_token_builder.RtcTokenBuilder import RtcTokenBuilder
from dynakey.agora_token_builder.RtmTokenBuilder import RtmTokenBuilder

__all__ = ["RtcTokenBuilder", "RtmTokenBuilder"]
