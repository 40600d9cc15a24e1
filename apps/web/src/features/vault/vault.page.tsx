import { useState } from 'react';
import { BulkBar, ButtonLink, DataTable, EmptyState, FilterBar, PageHead, useSelection, usePeek } from '@st0r/ui';
import { useClientColumn } from '../../shared/client-column';
import { useCan, useOrg, useOrgHref } from '../../shared/session';
import { ListTools } from '../../shared/list-tools';
import { useList } from '../../shared/use-list';
import { credentialColumns } from './credential-columns';
import { credentialShape, splitFolder, withFolder } from './credential-list';
import { CredentialPeek } from './credential-peek';
import type { Credential } from './credential-types';
import { FolderSide } from './folder-side';
import { useFolders } from './folders';
import { say } from './messages';
import { useBulkArchive } from './use-bulk-archive';
import { useRowKeys } from './use-row-keys';
import './vault.css';

/** The vault of a client: folders, list, and a peek beside it. */
export function Component() {
  const list = useList<Credential>('credentials', credentialShape, { total: true });
  const columns = useClientColumn(credentialColumns);
  const org = useOrg();
  const can = useCan();
  const href = useOrgHref();
  const peek = usePeek();
  const selection = useSelection();
  const lines = useFolders(org?.slug);
  const [revealed, setRevealed] = useState<string>();
  const { folder, rest } = splitFolder(list.chips);
  const rowKeys = useRowKeys((row) => {
    setRevealed(row.id);
    if (peek.id !== row.id) peek.open(row.id);
  });
  function handlePeek(row: Credential) {
    setRevealed(undefined);
    peek.open(row.id);
  }
  const add = can('vault.item.create') && (
    <ButtonLink tone="primary" icon="plus-lg" to={href('vault/new')}>
      {say('add')}
    </ButtonLink>
  );
  const health = (
    <ButtonLink icon="heart-pulse" to={href('vault/health')}>
      {say('healthLink')}
    </ButtonLink>
  );
  const archive = useBulkArchive(list.rows);
  return (
    <>
      <PageHead
        title={say('vault')}
        actions={
          <>
            {health}
            {add}
          </>
        }
      />
      <div className="st-vault-page">
        <div className={org ? 'st-vault-layout' : undefined}>
          {org && (
            <FolderSide
              lines={lines}
              folder={folder}
              organisationId={org.id}
              onChoose={(next) => list.setChips(withFolder(rest, next))}
            />
          )}
          <div>
            <FilterBar
              shape={credentialShape}
              chips={rest}
              onChange={(chips) => list.setChips(withFolder(chips, folder))}
            >
              <ListTools list="credentials" columns={columns} />
            </FilterBar>
            <DataTable
              label={say('vault')}
              list={list}
              columns={columns}
              selection={selection}
              rowKeys={rowKeys}
              rowId={(row) => row.id}
              rowName={(row) => row.name}
              rowHref={(row) => href(`vault/${row.id}`)}
              onPeek={handlePeek}
              empty={
                <EmptyState icon="safe2" title={say('empty')} actions={add}>
                  {say('emptyText')}
                </EmptyState>
              }
            />
          </div>
        </div>
      </div>
      <BulkBar selection={selection} actions={can('vault.item.delete') ? [archive] : []} />
      {peek.id && <CredentialPeek key={peek.id} id={peek.id} revealNow={revealed === peek.id} onClose={peek.close} />}
    </>
  );
}
