"""A small App Runner: enough of its API to deploy to it, with real containers behind it."""
