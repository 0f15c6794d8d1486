"""A receipt printer in software: what its characters, pictures and codes look like on paper."""
