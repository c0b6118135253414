"""Other people's formats: JSON Lines as the contract has it, CSV, Parquet. One format a file."""
