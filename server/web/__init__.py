"""The web application: its factory, sign-in glue, error answers, health."""
